namespace Modelwright.Explaining;

/// <summary>What one table gave.</summary>
/// <param name="Set">Its name.</param>
/// <param name="Kind">'binary', 'multiclass' or 'regression'.</param>
/// <param name="Rows">Rows that were explained.</param>
/// <param name="Columns">Columns that the model reads.</param>
/// <param name="Outputs">Scores a row.</param>
/// <param name="Trees">Trees of the model, of all outputs together.</param>
/// <param name="LargestDifference">The largest |ours - LightGBM's| / max(1, |LightGBM's|).</param>
/// <param name="LargestGap">The largest |base + contributions - score| / max(1, |score|).</param>
/// <param name="OurSeconds">Seconds of our call, the median.</param>
/// <param name="NativeSeconds">Seconds of LightGBM's own call, the median.</param>
internal sealed record Result(string Set, string Kind, int Rows, int Columns, int Outputs, int Trees, double LargestDifference, double LargestGap, double OurSeconds, double NativeSeconds)
{
    private const double Tolerance = 1e-9;

    /// <summary>Whether the contributions are the same, add up, and take less time.</summary>
    public bool Holds => LargestDifference <= Tolerance && LargestGap <= Tolerance && OurSeconds < NativeSeconds;
}
