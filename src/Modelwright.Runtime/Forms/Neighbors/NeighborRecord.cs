using System.Runtime.InteropServices;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>How both forms write and read their points. Single-precision numbers are kept as the integers of their bits.</summary>
internal static class NeighborRecord
{
    internal static void Write(IArtifactWriter writer, NeighborPoints points, NeighborSettings settings)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, points.Space.Inputs);
        writer.Numbers("centers", points.Space.Centers);
        writer.Numbers("scales", points.Space.Scales);
        writer.Integer("metric", (int)points.Space.Metric);
        writer.Integer("points", points.Count);
        writer.Integers("places", Bits(points.Values));
        writer.Integer("neighbors", settings.Neighbors);
        writer.Integer("vote", (int)settings.Vote);
        writer.Integer("candidates", points.Candidates);
        writer.Flag("forest", points.Forest is not null);
        if (points.Forest is { } forest)
        {
            writer.Integer("depth", forest.Depth);
            writer.Integers("order", forest.Order);
            writer.Integers("first", forest.First);
            writer.Integers("second", forest.Second);
            writer.Integers("cuts", Bits(forest.Cuts));
        }
    }

    internal static (NeighborPoints Points, NeighborSettings Settings) Read(IArtifactReader reader)
    {
        var metric = (NeighborMetric)Within(reader, "metric", (int)NeighborMetric.Cosine);
        var space = new NeighborSpace(InputRecord.Read(reader), reader.Numbers("centers"), reader.Numbers("scales"), metric);
        var points = new NeighborPoints(space, Singles(reader.Integers("places")), Within(reader, "points", int.MaxValue))
        {
            Candidates = Within(reader, "candidates", int.MaxValue),
            Forest = reader.Flag("forest") ? Forest(reader) : null,
        };
        return (points, new(Within(reader, "neighbors", int.MaxValue), (NeighborVote)Within(reader, "vote", (int)NeighborVote.Uniform)));
    }

    private static PointForest Forest(IArtifactReader reader) => new(
        Within(reader, "depth", int.MaxValue), reader.Integers("order"), reader.Integers("first"), reader.Integers("second"), Singles(reader.Integers("cuts")));

    private static int Within(IArtifactReader reader, string name, int most)
    {
        var value = reader.Integer(name);
        return value >= 0 && value <= most
            ? (int)value
            : throw new ArtifactException($"The form's '{name}' is {value}; it must be from 0 to {most}. Open the file with a newer release, or make it again.");
    }

    private static ReadOnlySpan<int> Bits(float[] values) => MemoryMarshal.Cast<float, int>(values);

    private static float[] Singles(int[] bits) => MemoryMarshal.Cast<int, float>(bits).ToArray();
}
