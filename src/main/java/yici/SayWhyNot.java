package yici;

import java.util.Optional;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import yici.kit.ImportRefused;

/** Turns what commonly stops a start into one sentence on the error stream; anything else keeps its stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SayWhyNot implements SpringBootExceptionReporter {

    private static final int DEEPEST_CAUSE = 20;

    @Override
    public boolean reportException(Throwable failure) {
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof LoadSample.StoppedWhileStarting) return true;

        var sentence = sentence(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            switch (cause) {
                case CannotStart known -> {
                    return Optional.ofNullable(known.getMessage());
                }
                case PortInUseException taken -> {
                    return Optional.of(
                            "Port " + taken.getPort()
                                    + " is already in use. Stop what listens there, or choose another: YICI_PORT=8081 ./yici run");
                }
                case ImportRefused refused -> {
                    return Optional.of(
                            "The sample province was not loaded, nothing of it stays: " + refused.getMessage());
                }
                default -> cause = cause.getCause();
            }
        }
        return Optional.empty();
    }
}
