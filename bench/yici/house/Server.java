package yici.house;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says of itself. */
public final class Server {

    private final JdbcClient db;
    private final Path data;

    /** @param data the product's data folder */
    public Server(JdbcClient db, Path data) {
        this.db = db;
        this.data = data;
    }

    public Cpu cpu() {
        return Cpu.now(data);
    }

    public String version() {
        return db.sql("select current_setting('server_version')")
                .query(String.class)
                .single();
    }

    public boolean isDurable() {
        return db.sql("select current_setting('fsync')::bool and current_setting('synchronous_commit')::bool")
                .query(Boolean.class)
                .single();
    }

    /** Bytes written to the log of changes since the server was made. */
    public long walBytes() {
        return db.sql("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    public long deadlocks() {
        return db.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    public long rollbacks() {
        return db.sql("select xact_rollback from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}
