namespace Modelwright.Runtime.Forms;

/// <summary>How raw scores become probabilities.</summary>
public enum ProbabilityLink
{
    /// <summary>The scores are probabilities already; what is below 0 counts as 0, and a row is scaled to sum 1. One score alone is that of the second of two classes.</summary>
    Identity,

    /// <summary>One score and two classes: the second class has 1 / (1 + e^-score).</summary>
    Logistic,

    /// <summary>One score a class: e^score, scaled to sum 1.</summary>
    Softmax,
}
