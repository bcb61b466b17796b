namespace Modelwright.Quality.Comparison;

/// <summary>Two scores on the same test rows.</summary>
/// <param name="Ours">Ours.</param>
/// <param name="Theirs">The other system's.</param>
internal sealed record PairedScore(double Ours, double Theirs)
{
    /// <summary>By what share our error is smaller than theirs; negative where it is larger.</summary>
    /// <param name="metric">The metric.</param>
    public double Gain(string metric)
    {
        var ours = SetFigures.Error(metric, Ours);
        var theirs = SetFigures.Error(metric, Theirs);
        return theirs > 0 ? (theirs - ours) / theirs : ours > 0 ? -1 : 0;
    }
}
