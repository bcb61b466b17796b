namespace Modelwright.Monitoring.References;

/// <summary>Parts of the reference that stand together: honest windows, from which it is learned how far windows move without anything being wrong.</summary>
internal static class HonestParts
{
    /// <summary>A part counts as moved only where chance alone is that unlikely to have done it.</summary>
    public const double MostChance = 0.001;

    private const int MostParts = 10;
    private const int FewestRows = 200;

    /// <summary>The parts as ranges of rows; none where rows are few.</summary>
    public static IEnumerable<(int From, int To)> Of(int rows)
    {
        var parts = Math.Min(MostParts, rows / FewestRows);
        return parts < 2 ? [] : Enumerable.Range(0, parts).Select(part => ((int)((long)part * rows / parts), (int)((part + 1L) * rows / parts)));
    }
}
