package yici.kit;

/** An import is taken whole or not at all; the message names file, line, key and what is wrong with it. */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String key;
    private final String why;

    /** @param line counted from 1; 0 when the whole file is meant */
    public ImportRefused(String file, int line, String key, String why) {
        super(file + ":" + line + ": " + key + ": " + why);
        this.file = file;
        this.line = line;
        this.key = key;
        this.why = why;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String key() {
        return key;
    }

    public String why() {
        return why;
    }
}
