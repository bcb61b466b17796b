namespace Modelwright.Learners.Linear;

/// <summary>
/// A smooth loss with the elastic net on its coefficients: mean loss + penalty x ((1 - l1) / 2 x |b|² + l1 x |b|₁), where b are
/// the coefficients of the columns as given and not of the standardised ones; intercepts are free.
/// </summary>
/// <remarks>Friedman, Hastie &amp; Tibshirani 2010, "Regularization paths for generalized linear models via coordinate descent", the objective of glmnet.</remarks>
internal sealed class Objective
{
    private readonly ISmoothLoss _loss;
    private readonly double[] _squares;

    /// <summary>Puts loss and penalty together.</summary>
    public Objective(ISmoothLoss loss, double[] spreads, double penalty, double l1Ratio)
    {
        _loss = loss;
        _squares = new double[loss.Length];
        Absolutes = new double[loss.Length];
        Curvatures = new double[loss.Length];
        Array.Fill(Curvatures, loss.Curvature);
        var outputs = loss.Length / (spreads.Length + 1);
        for (var place = 0; place < outputs * spreads.Length; place++)
        {
            var spread = spreads[place % spreads.Length];
            _squares[place] = penalty * (1 - l1Ratio) / spread / spread;
            Absolutes[place] = penalty * l1Ratio / spread;
            Curvatures[place] += _squares[place];
        }
    }

    /// <summary>Number of parameters.</summary>
    public int Length => _loss.Length;

    /// <summary>For each parameter, the penalty on its absolute value.</summary>
    public double[] Absolutes { get; }

    /// <summary>For each parameter, about the curvature of the objective along it.</summary>
    public double[] Curvatures { get; }

    /// <summary>The whole objective; the gradient is that of its smooth part.</summary>
    public double Evaluate(double[] point, double[] gradient)
    {
        var value = _loss.Evaluate(point, gradient);
        for (var place = 0; place < point.Length; place++)
        {
            var square = _squares[place] * point[place];
            gradient[place] += square;
            value += (square * point[place] / 2) + (Absolutes[place] * Math.Abs(point[place]));
        }

        return value;
    }
}
