package yici.identity;

import java.util.zip.CRC32;

/** Names for the staff of the demonstration province: common, invented, and the same at every load. */
final class DemoName {

    private static final String[] SURNAMES =
            "王 李 张 刘 陈 杨 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 罗 梁 宋 郑 谢 唐 邓 许 冯 曹 彭 曾 肖 田 潘 袁 蔡 蒋 余 叶 杜 苏 魏 吕 丁 沈 姚 卢 姜 钟 谭 汪 石 向 龙 易 廖 欧阳 贺 龚 文 夏"
                    .split(" ");
    private static final String[] FIRST = "建 志 文 晓 海 国 小 春 明 永 雅 思 俊 丽 秀 佳 子 立 云 天 泽 慧 雪 瑞 嘉 家 新 德 宏 学".split(" ");
    private static final String[] SECOND =
            "华 平 军 芳 敏 静 强 磊 洋 艳 勇 杰 娟 涛 明 超 霞 刚 辉 玲 鹏 梅 琳 斌 宁 莉 波 红 峰 婷 萍 琴 兰 丹 英 琪 然 萱 轩 宇".split(" ");

    private DemoName() {}

    static String of(String login) {
        var sum = new CRC32();
        sum.update(login.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int n = (int) (sum.getValue() & 0x7fffffff);
        int surname = n % SURNAMES.length;
        int second = n / SURNAMES.length % SECOND.length;
        int first = n / SURNAMES.length / SECOND.length % (FIRST.length + 8);
        return SURNAMES[surname] + (first < FIRST.length ? FIRST[first] : "") + SECOND[second];
    }
}
