namespace Modelwright.Learners.Anomaly.References;

/// <summary>One setting of a detector that compares rows with points.</summary>
/// <param name="Neighbors">Training rows that count.</param>
/// <param name="MaxRows">Training rows that points are made of.</param>
/// <param name="IsMean">Whether distances are averaged.</param>
internal sealed record ReferenceSettings(int Neighbors, int MaxRows, bool IsMean)
{
    /// <summary>Pairs of rows times columns that are looked at, at most.</summary>
    private const double MostPairs = 3e10;

    /// <summary>Training rows that points are made of: fewer where there are very many columns.</summary>
    public int Rows(int rows, int columns) => (int)Math.Min(Math.Min(rows, MaxRows), Math.Max(1000, Math.Sqrt(MostPairs / Math.Max(1, columns))));
}
