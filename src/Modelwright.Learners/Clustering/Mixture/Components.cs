namespace Modelwright.Learners.Clustering.Mixture;

/// <summary>Normal distributions and their shares.</summary>
/// <remarks>Not safe from several threads: one start owns one.</remarks>
internal sealed class Components
{
    private readonly double _regularization;
    private readonly double[] _lower;

    /// <summary>Makes room.</summary>
    /// <param name="count">Number of distributions.</param>
    /// <param name="axes">Axes of the space.</param>
    /// <param name="isDiagonal">Whether axes are independent within a distribution.</param>
    /// <param name="regularization">What is added to each variance.</param>
    public Components(int count, int axes, bool isDiagonal, double regularization)
    {
        (Count, Axes, IsDiagonal, _regularization) = (count, axes, isDiagonal, regularization);
        FactorLength = isDiagonal ? axes : Cholesky.Length(axes);
        (Logs, Means, Factors) = (new double[count], new double[count * axes], new double[count * FactorLength]);
        _lower = new double[FactorLength];
    }

    /// <summary>Number of distributions.</summary>
    public int Count { get; }

    /// <summary>Axes of the space.</summary>
    public int Axes { get; }

    /// <summary>Whether axes are independent within a distribution.</summary>
    public bool IsDiagonal { get; }

    /// <summary>Numbers of one distribution's factor.</summary>
    public int FactorLength { get; }

    /// <summary>One a distribution: the logarithm of its share, less that of the root of its covariance's determinant.</summary>
    public double[] Logs { get; }

    /// <summary>Distributions x axes.</summary>
    public double[] Means { get; }

    /// <summary>The inverses of the covariances' Cholesky factors, or of the deviations.</summary>
    public double[] Factors { get; }

    /// <summary>Takes a distribution's share, mean and covariance; the covariance is changed.</summary>
    /// <param name="component">Which.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="mean">One number an axis.</param>
    /// <param name="covariance">The lower triangle, or the variances.</param>
    public void Set(int component, double share, ReadOnlySpan<double> mean, Span<double> covariance)
    {
        mean.CopyTo(Means.AsSpan(component * Axes, Axes));
        var factor = Factors.AsSpan(component * FactorLength, FactorLength);
        var log = IsDiagonal ? Diagonal(covariance, factor) : Full(covariance, factor);
        Logs[component] = Math.Log(Math.Max(share, 1e-300)) + log;
    }

    private double Diagonal(ReadOnlySpan<double> variances, Span<double> factor)
    {
        var log = 0.0;
        for (var axis = 0; axis < Axes; axis++)
        {
            factor[axis] = 1 / Math.Sqrt(variances[axis] + _regularization);
            log += Math.Log(factor[axis]);
        }

        return log;
    }

    /// <summary>Variances are raised until the matrix is positive definite, at the latest when they are all there is.</summary>
    private double Full(Span<double> covariance, Span<double> factor)
    {
        var added = _regularization;
        Raise(covariance, added);
        while (!Cholesky.Factor(covariance, _lower, Axes))
        {
            Raise(covariance, 9 * added);
            added *= 10;
        }

        Cholesky.Invert(_lower, factor, Axes);
        var log = 0.0;
        for (var axis = 0; axis < Axes; axis++)
        {
            log += Math.Log(factor[Cholesky.Length(axis) + axis]);
        }

        return log;
    }

    private void Raise(Span<double> covariance, double by)
    {
        for (var axis = 0; axis < Axes; axis++)
        {
            covariance[Cholesky.Length(axis) + axis] += by;
        }
    }
}
