package yici.jurisdiction;

import java.util.Optional;
import yici.kit.Translated;

/**
 * One of the 307 nodes of the area tree (GB/T 2260 extended to 12 digits, with zones and own-level nodes).
 *
 * @param code 12 digits, such as 430100000000
 * @param parent the code of the area above; empty for the province only
 */
public record Area(String code, Translated name, Level level, Optional<String> parent) {

    public enum Level {
        PROVINCE,
        PREFECTURE,
        COUNTY,
        ZONE,
        /** 省本级, 市直, 区本级: the government's own counter; shares bodies with the area it belongs to, its parent. */
        OWN_LEVEL
    }

    /** 0 to 15: which of the accent colours is this area's; the same for a prefecture and all below it. */
    public int accent() {
        int prefecture = Integer.parseInt(code.substring(2, 4));
        return prefecture == 99 ? 0 : prefecture % 16; // 99 is the province's own counter
    }
}
