namespace Modelwright.Learners.Kernel.Vectors;

/// <summary>One setting of a kernel support vector machine, read from its values.</summary>
internal sealed record VectorSettings
{
    /// <summary>What an error costs.</summary>
    public double Cost { get; init; }

    /// <summary>The width of the kernel, as a multiple of that of the median rule.</summary>
    public double Gamma { get; init; }

    /// <summary>The error that costs nothing, in spreads of the target.</summary>
    public double Epsilon { get; init; }

    /// <summary>Rows learned from at most.</summary>
    public int MaxRows { get; init; }

    /// <summary>Fits on parts of the rows from whose scores probabilities are made.</summary>
    public int InnerFolds { get; init; }

    /// <summary>Pairs moved at most.</summary>
    public int MaxIterations { get; init; }

    /// <summary>By how much a pair may break its conditions.</summary>
    public double Tolerance { get; init; }

    /// <summary>Bytes that kept rows of the kernel may take.</summary>
    public double CacheBytes { get; init; }
}
