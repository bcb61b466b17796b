namespace Modelwright.Learners.Anomaly.Isolation;

/// <summary>A tree while it grows; what each list means is said at <see cref="Modelwright.Runtime.Forms.Anomalies.Isolation.IsolationForest"/>.</summary>
/// <param name="width">Columns of a cut.</param>
internal sealed class GrownTree(int width)
{
    public List<int> Lower { get; } = [];

    public List<int> Counts { get; } = [];

    public List<double> Thresholds { get; } = [];

    public List<int> Columns { get; } = [];

    public List<double> Weights { get; } = [];

    /// <summary>Adds a leaf without rows; its number.</summary>
    public int Add()
    {
        Lower.Add(0);
        Counts.Add(0);
        Thresholds.Add(0);
        for (var place = 0; place < width; place++)
        {
            Columns.Add(0);
            Weights.Add(0);
        }

        return Lower.Count - 1;
    }
}
