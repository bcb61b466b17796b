using Modelwright.Core.Artifacts;

namespace Modelwright.Runtime.Forms.Anomalies.Isolation;

/// <summary>How a forest is stored. Docs: docs/forms.md.</summary>
internal static class IsolationRecord
{
    internal static void Write(IArtifactWriter writer, IsolationForest forest)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, forest.Inputs);
        writer.Integer("sample_size", forest.SampleSize);
        writer.Integer("cut_width", forest.CutWidth);
        writer.Integers("roots", forest.Roots);
        writer.Integers("lower", forest.Lower);
        writer.Integers("counts", forest.Counts);
        writer.Numbers("thresholds", forest.Thresholds);
        writer.Integers("columns", forest.Columns);
        writer.Numbers("weights", forest.Weights);
        writer.Numbers("centers", forest.Centers);
    }

    internal static IsolationForest Read(IArtifactReader reader) => new(InputRecord.Read(reader), Whole(reader.Integer("sample_size")))
    {
        CutWidth = Whole(reader.Integer("cut_width")),
        Roots = reader.Integers("roots"),
        Lower = reader.Integers("lower"),
        Counts = reader.Integers("counts"),
        Thresholds = reader.Numbers("thresholds"),
        Columns = reader.Integers("columns"),
        Weights = reader.Numbers("weights"),
        Centers = reader.Numbers("centers"),
    };

    /// <summary>What is outside the range becomes its end, which the check refuses.</summary>
    private static int Whole(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);
}
