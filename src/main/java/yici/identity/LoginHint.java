package yici.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import yici.kit.Translated;

/** By which login somebody will probably sign in, as whoever sent them here believes. It stands in the field and says nothing else: nobody has looked whether there is one. */
public interface LoginHint {

    /**
     * @param to where they go on afterwards
     * @return empty when nobody said
     */
    String of(String to, HttpServletRequest request);

    /** The system that sent them here; empty when they came by themselves. */
    Optional<Translated> whoAsks(String to, HttpServletRequest request);
}
