package yici.kit;

import java.nio.file.Path;

/**
 * Brings a room's part of the demonstration province in. Loaders run at start in the order of {@link #step}, each in one transaction, and
 * only when a file of the sample has changed; loading twice changes nothing.
 */
public interface SampleLoader {

    /** The room's name; also where its last load is written down. */
    String room();

    /** Areas 10, calendar 20, accounts 30, catalogue 40, connectors 50. */
    int step();

    /** @throws ImportRefused when a file is wrong; nothing of it stays */
    void load(Path sample);
}
