namespace Modelwright.Learners.Trees;

/// <summary>How pure a side is: the sum of <see cref="Term"/> over its classes, put in relation to its weight. Larger is purer.</summary>
internal interface ICriterion
{
    /// <summary>What one class adds.</summary>
    static abstract double Term(double weight);

    /// <summary>The purity of a side.</summary>
    static abstract double Side(double terms, double weight);

    /// <summary>The purity of a side of one summed value: numbers, or two classes as 0 and 1.</summary>
    static abstract double SideOfSum(double sum, double weight);
}

/// <summary>Gini's index for classes and squared error for numbers (Breiman et al. 1984); both are a sum of squares over a weight.</summary>
internal readonly struct GiniCriterion : ICriterion
{
    /// <inheritdoc/>
    public static double Term(double weight) => weight * weight;

    /// <inheritdoc/>
    public static double Side(double terms, double weight) => terms / weight;

    /// <inheritdoc/>
    public static double SideOfSum(double sum, double weight) => sum * sum / weight;
}

/// <summary>Entropy of the classes (Quinlan 1986).</summary>
internal readonly struct EntropyCriterion : ICriterion
{
    /// <inheritdoc/>
    public static double Term(double weight) => weight > 0 ? weight * Math.Log(weight) : 0;

    /// <inheritdoc/>
    public static double Side(double terms, double weight) => terms - Term(weight);

    /// <inheritdoc/>
    public static double SideOfSum(double sum, double weight) => Term(sum) + Term(weight - sum) - Term(weight);
}
