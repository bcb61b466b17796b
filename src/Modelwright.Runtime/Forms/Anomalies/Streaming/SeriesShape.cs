using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Streaming;

/// <summary>
/// One idea of what is usual at a time: a shape over the cycle plus an offset that follows the level; and, for the next reading
/// alone, the same with a share of the last error carried over, as much as errors were seen to last.
/// </summary>
internal readonly ref struct SeriesShape(Span<double> state)
{
    /// <summary>Numbers of state.</summary>
    internal const int Size = 7;

    private const int FirstReadings = 20;
    private const double Clip = 5;
    private const double ClipShare = 0.05;
    private readonly Span<double> _state = state;

    /// <summary>Readings seen.</summary>
    internal ref double Readings => ref _state[0];

    /// <summary>Mean absolute error of the base.</summary>
    internal ref double Loss => ref _state[1];

    /// <summary>Mean absolute error of the base with the last error carried over.</summary>
    internal ref double NextLoss => ref _state[2];

    private ref double Offset => ref _state[3];

    private ref double LastError => ref _state[4];

    private ref double Product => ref _state[5];

    private ref double Square => ref _state[6];

    /// <summary>The level above the shape.</summary>
    internal double Level => Offset;

    /// <summary>The usual value.</summary>
    internal double Usual(double shape) => shape + Offset;

    /// <summary>The value to be expected next.</summary>
    internal double Next(double shape, double gap)
    {
        var lasting = Square > 0 ? Math.Clamp(Product / Square, 0, 1) : 1;
        return shape + Offset + (LastError * (gap > 1.5 ? PortableMath.Pow(lasting, gap) : lasting));
    }

    /// <summary>Learns a value; gives what of it is taken for usual, so that one event does not bend the shape.</summary>
    internal double Learn(double value, double shape, double gap, double pace, int memory)
    {
        Readings++;
        if (Readings == 1)
        {
            Offset = value - shape;
        }

        var error = value - Usual(shape);
        var rate = 1 / Math.Min(Readings, memory);
        NextLoss += rate * (Math.Abs(Bounded(value - Next(shape, gap), NextLoss)) - NextLoss);
        var bounded = Bounded(error, Loss);
        var last = Bounded(LastError, Loss);
        Product += rate * ((bounded * last) - Product);
        Square += rate * ((last * last) - Square);
        Loss += rate * (Math.Abs(bounded) - Loss);
        Offset += bounded / Math.Min(Readings, pace);
        LastError = value - Usual(shape);
        return shape + bounded;
    }

    private double Bounded(double error, double loss) =>
        Readings <= FirstReadings ? error : Math.CopySign(Math.Min(Math.Abs(error), (Clip * loss) + (ClipShare * Math.Abs(error))), error);
}
