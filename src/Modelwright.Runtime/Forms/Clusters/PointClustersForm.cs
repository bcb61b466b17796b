using System.Buffers;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>The cluster of the nearest point. Points are means of rows, so no row can be read out of it.</summary>
/// <remarks>A row's doubt is the square of its distance to its cluster over that to the next one.</remarks>
public sealed class PointClustersForm : IForm, IAssignsClusters
{
    internal const string Name = "point_clusters";
    private readonly FormInputs _inputs;
    private readonly PointScan _scan;

    /// <summary>Makes the form.</summary>
    /// <param name="state">The points and what belongs to them.</param>
    /// <exception cref="ArtifactException">Lengths disagree, or a number is not sound.</exception>
    public PointClustersForm(PointClusters state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _inputs = new(Name, state.Space.Inputs);
        PointClustersCheck.Check(Name, state);
        State = state;
        _scan = new(state);
        Info = new(Name, 1, state.Space.Inputs) { Bytes = _scan.Bytes + (8L * (state.Points.Length + state.Reaches.Length)) };
    }

    /// <summary>The points and what belongs to them.</summary>
    public PointClusters State { get; }

    /// <inheritdoc/>
    public int Clusters => State.Counts.Length;

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Assign(Table rows, Span<int> clusters, Span<double> distances, Span<double> doubts)
    {
        var bound = _inputs.Bind(rows);
        ClusterRoom.Check(rows.RowCount, clusters, distances, doubts);
        using var chunk = new RowChunks(_inputs, 0, rows.RowCount);
        var axes = _inputs.All.Count;
        var places = ArrayPool<double>.Shared.Rent(chunk.Rows * axes);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            State.Space.Place(chunk.Fill(bound, start, count), places);
            for (var row = 0; row < count; row++)
            {
                var nearest = _scan.Find(places.AsSpan(row * axes, axes));
                clusters[start + row] = IsBeyond(nearest) ? -1 : nearest.Cluster;
                distances[start + row] = Math.Sqrt(nearest.Squared) / State.Spreads[nearest.Cluster];
                doubts[start + row] = Doubt(nearest);
            }
        }

        ArrayPool<double>.Shared.Return(places);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, State.Space.Inputs);
        writer.Numbers("centers", State.Space.Centers);
        writer.Numbers("scales", State.Space.Scales);
        writer.Numbers("points", State.Points);
        writer.Integers("counts", State.Counts);
        writer.Numbers("spreads", State.Spreads);
        writer.Numbers("reaches", State.Reaches);
    }

    internal static PointClustersForm Read(IArtifactReader reader)
    {
        var space = new KernelSpace(InputRecord.Read(reader), reader.Numbers("centers"), reader.Numbers("scales"));
        return new(new(space, reader.Numbers("points"), reader.Integers("counts"), reader.Numbers("spreads")) { Reaches = reader.Numbers("reaches") });
    }

    private bool IsBeyond(NearestCluster nearest) => State.Reaches.Length > 0 && Math.Sqrt(nearest.Squared) > State.Reaches[nearest.Point];

    /// <summary>Two clusters in the row's own place are as near as each other; one cluster alone is never in doubt.</summary>
    private static double Doubt(NearestCluster nearest) => nearest.SecondSquared > 0 ? nearest.Squared / nearest.SecondSquared : 1;
}
