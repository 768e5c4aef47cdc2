package yici.house;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time spent since the start by the product, which here is also its clients, and by its database. Unlike the time on the wall it
 * does not grow when others use the machine.
 */
public record Cpu(Duration product, Duration database) {

    /** @param data the product's data folder, with its own database in it */
    public static Cpu now(Path data) {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cpu(Duration.ofNanos(machine.getProcessCpuTime()), ofPostgres(data));
    }

    private static Duration ofPostgres(Path data) {
        try {
            var pid = Files.readAllLines(data.resolve("pg/postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid)).stream()
                    .flatMap(ProcessHandle::descendants)
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            return Duration.ZERO; // somebody else's database
        }
    }

    public Cpu since(Cpu earlier) {
        return new Cpu(product.minus(earlier.product), database.minus(earlier.database));
    }

    public Cpu plus(Cpu other) {
        return new Cpu(product.plus(other.product), database.plus(other.database));
    }
}
