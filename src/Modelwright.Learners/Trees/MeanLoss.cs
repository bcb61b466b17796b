namespace Modelwright.Learners.Trees;

/// <summary>The weighted mean of losses, and its standard error.</summary>
internal struct MeanLoss
{
    private double _loss;
    private double _squares;
    private double _products;
    private double _weights;

    /// <summary>Summed weight.</summary>
    public double Weight { get; private set; }

    /// <summary>The mean; NaN without a row.</summary>
    public readonly double Mean => _loss / Weight;

    /// <summary>The standard error of the mean of weighted rows.</summary>
    public readonly double Error => Math.Sqrt(Math.Max(0, _squares - (2 * Mean * _products) + (Mean * Mean * _weights))) / Weight;

    /// <summary>Adds a row.</summary>
    public void Add(double weight, double loss)
    {
        Weight += weight;
        _loss += weight * loss;
        _squares += weight * weight * loss * loss;
        _products += weight * weight * loss;
        _weights += weight * weight;
    }
}
