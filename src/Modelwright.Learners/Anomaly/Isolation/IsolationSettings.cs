using System.Numerics;

namespace Modelwright.Learners.Anomaly.Isolation;

/// <summary>One setting of an isolation forest.</summary>
/// <param name="CutColumns">Columns of a cut at most; 1 cuts along the axes.</param>
/// <param name="Trees">Number of trees.</param>
/// <param name="SampleSize">Rows a tree at most.</param>
/// <param name="MaxDepth">Cuts above a leaf at most; 0 leaves it to the sample.</param>
internal sealed record IsolationSettings(int CutColumns, int Trees, int SampleSize, int MaxDepth)
{
    /// <summary>Rows of a tree among so many.</summary>
    public int Sample(int rows) => Math.Min(SampleSize, Math.Max(1, rows));

    /// <summary>Cuts above a leaf for a sample.</summary>
    public int Depth(int sample) => MaxDepth > 0 ? MaxDepth : BitOperations.Log2((uint)Math.Max(1, sample - 1)) + 1;
}
