package yici;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import org.springframework.dao.DataAccessException;
import yici.identity.FirstWayIn;
import yici.kit.View;

/**
 * {@code ./yici first-administrator}: prints a one-time way in for the first security administrator, who appoints everybody else; refuses where
 * there is one. Who may run it holds the machine and its database already.
 */
final class FirstAdministrator {

    private FirstAdministrator() {}

    public static void main(String[] arguments) {
        SomeRooms.quietly();
        try {
            System.exit(print(address(), Settings.publicUrl(), System.out));
        } catch (CannotStart | IOException e) {
            System.err.println(e.getMessage());
        } catch (DataAccessException e) {
            System.err.println("The database cannot be read. Start Yici once, so that it is set up; then try again. ("
                    + e.getMostSpecificCause().getMessage() + ")");
        }
        System.exit(1);
    }

    private static OwnPostgres.Address address() throws IOException {
        if (!Settings.databaseUrl().isBlank()) return SomeRooms.configured();
        if (!Files.isDirectory(Settings.data().resolve("pg")) || !DataFolder.isTaken(Settings.data()))
            throw new CannotStart("Yici does not run on " + Settings.data()
                    + ": start it first, for the way in leads to one of its pages.");
        return OwnPostgres.runningOn(Settings.data());
    }

    /** @return the exit status */
    static int print(OwnPostgres.Address database, String url, PrintStream out) {
        try (var rooms = SomeRooms.open(database, "yici.identity", "yici.jurisdiction", "yici.audit")) {
            return switch (rooms.get(FirstWayIn.class).make()) {
                case FirstWayIn.Made.Key(var key, var until) -> {
                    out.printf("Open this address until %tR, once:%n", until.atZone(View.ZONE));
                    out.println("  " + url + "/sign-in/first?key=" + key);
                    yield 0;
                }
                case FirstWayIn.Made.ThereIsOne _ -> {
                    out.println("There is a security administrator already, who appoints the others.");
                    yield 3;
                }
                case FirstWayIn.Made.NoProvince _ -> {
                    out.println(
                            "No area is loaded yet: YICI_SAMPLE names the folder with the province's areas and bodies.");
                    yield 4;
                }
            };
        }
    }
}
