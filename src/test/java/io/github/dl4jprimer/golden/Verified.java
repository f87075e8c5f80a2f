package io.github.dl4jprimer.golden;

import io.github.dl4jprimer.language.Language;

/** What is held to PyTorch's numbers, one row of the READMEs' table each. */
public enum Verified {
    RULES("优化规则，手写（`scratch`）", "update rules by hand (`scratch`)", "torch.optim"),
    UPDATERS("DL4J 的更新器（`optimizer`）", "updaters for DL4J (`optimizer`)", "torch.optim"),
    CROSS_ENTROPY("交叉熵，手写（`scratch`）", "cross-entropy by hand (`scratch`)", "torch.nn.functional"),
    LOSSES("DL4J 的损失函数（`loss`）", "losses for DL4J (`loss`)", "torch.nn.functional"),
    NETWORK("两层网络，手写（`scratch`）", "two-layer network by hand (`scratch`)", "torch.autograd"),
    PERCEPTRON("两层网络，DL4J 配置（`mlp`）", "two-layer network in DL4J (`mlp`)", "torch.autograd"),
    ATTENTION(
            "注意力与多头注意力，手写（`scratch`）",
            "attention by hand (`scratch`)",
            "torch.nn.MultiheadAttention"),
    ACTIVATIONS(
            "激活函数与 softmax，手写（`scratch`）",
            "activations and softmax by hand (`scratch`)",
            "torch.nn.functional"),
    TRANSFORMER(
            "Transformer 层（`transformer`）",
            "Transformer layers (`transformer`)",
            "torch.nn.TransformerEncoderLayer"),
    BERT(
            "BERT，从 HuggingFace 目录读入（`bert`）",
            "BERT read from HuggingFace directories (`bert`)",
            "transformers.BertForSequenceClassification");

    private final String chinese;
    private final String english;
    private final String reference;

    Verified(String chinese, String english, String reference) {
        this.chinese = chinese;
        this.english = english;
        this.reference = reference;
    }

    /** Returns what is verified. */
    String title(Language language) {
        return language.choose(chinese, english);
    }

    /** Returns whose numbers it is held to. */
    String reference() {
        return reference;
    }
}
