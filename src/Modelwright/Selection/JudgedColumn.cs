namespace Modelwright.Selection;

/// <summary>What was measured of a column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Noise">How far it is from noise.</param>
/// <param name="Importance">What shuffling it costs on held-out rows, as a share of the loss of a model without columns.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
internal sealed record JudgedColumn(string Name, NoiseDistance Noise, double Importance, double Lower, double Upper)
{
    private const double Level = 0.05;

    /// <summary>Chance of noise, alone, up to which a column may tell something: to keep some noise costs a model less than to lose what matters a little.</summary>
    private const double LevelAlone = 0.1;

    /// <summary>Half the width of a 95 % interval in standard errors of a normal law.</summary>
    private const double HalfWidth = 1.959963984540054;

    /// <summary>Whether noise is an unlikely explanation.</summary>
    public bool IsConfirmed => Noise.PValue <= Level;

    /// <summary>Whether noise is unlikely for this column alone, though not for the best of all, or shuffling it on held-out rows costs.</summary>
    public bool IsTentative => !IsConfirmed && (Noise.ChanceAlone <= LevelAlone || Lower > 0);

    /// <summary>The word for it.</summary>
    public string Verdict => IsConfirmed ? "confirmed" : IsTentative ? "tentative" : "rejected";

    /// <summary>From what was measured.</summary>
    public static JudgedColumn Of(string name, NoiseDistance noise, PairedMean cost, double scale)
    {
        var (mean, half) = (cost.Mean / scale, double.IsFinite(cost.StandardError) ? HalfWidth * cost.StandardError / scale : 0);
        return new(name, noise, mean, mean - half, mean + half);
    }
}
