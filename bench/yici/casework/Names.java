package yici.casework;

import java.util.Random;

/** Names as frequent as in life: one in thirteen is a 李. */
final class Names {

    /** The most frequent first; in a thousand people. */
    private static final String[] SURNAMES = {
        "李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋",
        "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕"
    };

    private static final double[] IN_A_THOUSAND = {79, 74, 71, 54, 46, 31, 27, 25, 21, 20};

    private static final double REST = 18;

    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰红玉梅建华文辉力鹏飞宇浩然子涵雨欣思远佳怡梓萱俊嘉";

    private Names() {}

    static String of(Random random) {
        var name = new StringBuilder(surname(random)).append(character(random));
        return random.nextBoolean() ? name.append(character(random)).toString() : name.toString();
    }

    private static char character(Random random) {
        return GIVEN.charAt(random.nextInt(GIVEN.length()));
    }

    private static String surname(Random random) {
        double left = random.nextDouble() * 1000;
        for (int i = 0; i < SURNAMES.length; i++) {
            left -= i < IN_A_THOUSAND.length ? IN_A_THOUSAND[i] : REST;
            if (left < 0) return SURNAMES[i];
        }
        return SURNAMES[SURNAMES.length - 1];
    }
}
