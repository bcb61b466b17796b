using System.Runtime.InteropServices;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Runtime.Forms.Anomalies.References;

/// <summary>How reference points are stored. Single-precision numbers are kept as the integers of their bits. Docs: docs/forms.md.</summary>
internal static class ReferenceRecord
{
    internal static void Write(IArtifactWriter writer, ReferencePoints points, int neighbors)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, points.Space.Inputs);
        writer.Numbers("centers", points.Space.Centers);
        writer.Numbers("scales", points.Space.Scales);
        writer.Integers("places", MemoryMarshal.Cast<float, int>(points.Places));
        writer.Numbers("masses", points.Masses);
        writer.Numbers("spreads", points.Spreads);
        writer.Flag("are_rows", points.AreRows);
        writer.Integer("neighbors", neighbors);
    }

    internal static (ReferencePoints Points, int Neighbors) Read(IArtifactReader reader)
    {
        var space = new NeighborSpace(InputRecord.Read(reader), reader.Numbers("centers"), reader.Numbers("scales"), NeighborMetric.Euclidean);
        var places = MemoryMarshal.Cast<int, float>(reader.Integers("places")).ToArray();
        var points = new ReferencePoints(space, places, reader.Numbers("masses"), reader.Numbers("spreads"), reader.Flag("are_rows"));
        var neighbors = reader.Integer("neighbors");
        return neighbors is >= 1 and <= ReferenceCheck.MostNeighbors
            ? (points, (int)neighbors)
            : throw new ArtifactException($"The form's 'neighbors' is {neighbors}; it must be from 1 to {ReferenceCheck.MostNeighbors}. Make the model again.");
    }
}
