namespace Modelwright.Selection;

/// <summary>What was measured of a column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Hits">Rounds in which it gained more than every shadow.</param>
/// <param name="PValue">How likely noise has as many, corrected for the number of columns.</param>
/// <param name="Importance">What shuffling it costs on held-out rows, as a share of the loss of a model without columns.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
internal sealed record JudgedColumn(string Name, int Hits, double PValue, double Importance, double Lower, double Upper)
{
    private const double Level = 0.05;

    /// <summary>Half the width of a 95 % interval in standard errors of a normal law.</summary>
    private const double HalfWidth = 1.959963984540054;

    /// <summary>Whether noise is an unlikely explanation.</summary>
    public bool IsConfirmed => PValue <= Level;

    /// <summary>
    /// Whether shuffling it on held-out rows costs, though noise gains as much in training: a column of few values, that
    /// matters, gains less there than noise of many values does.
    /// </summary>
    public bool IsTentative => !IsConfirmed && Lower > 0;

    /// <summary>The word for it.</summary>
    public string Verdict => IsConfirmed ? "confirmed" : IsTentative ? "tentative" : "rejected";

    /// <summary>From what was measured.</summary>
    public static JudgedColumn Of(string name, int hits, PairedMean cost, double scale)
    {
        var (mean, half) = (cost.Mean / scale, double.IsFinite(cost.StandardError) ? HalfWidth * cost.StandardError / scale : 0);
        return new(name, hits, NoiseComparison.PValue(hits), mean, mean - half, mean + half);
    }
}
