using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.Histogram;

/// <summary>A histogram of each column alone (HBOS): a row is strange where its values are in cells of few rows. Scores are sums of logarithms, 0 or more.</summary>
/// <remarks>A missing value counts 0. Goldstein &amp; Dengel 2012.</remarks>
public sealed class HistogramForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_histogram";
    private readonly RowScores _scores;

    /// <summary>Makes the form.</summary>
    /// <param name="histograms">One an input.</param>
    /// <exception cref="ArtifactException">The histograms are not sound.</exception>
    public HistogramForm(CellRows histograms)
    {
        ArgumentNullException.ThrowIfNull(histograms);
        HistogramCheck.Check(Name, histograms);
        _scores = new(Name, histograms.Inputs, new HistogramScorer(histograms));
        Histograms = histograms;
        Info = new(Name, 1, histograms.Inputs) { Bytes = histograms.Bytes };
    }

    /// <summary>The histograms.</summary>
    public CellRows Histograms { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output) => _scores.Score(rows, output);

    /// <inheritdoc/>
    public void Strangeness(Table rows, Span<double> output) => _scores.Explain(rows, output);

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, Histograms.Inputs);
        writer.Integers("edge_counts", [.. Histograms.Rows.Select(row => row.Edges.Length)]);
        writer.Numbers("edges", [.. Histograms.Rows.SelectMany(row => row.Edges)]);
        writer.Numbers("rarities", [.. Histograms.Rows.SelectMany(row => row.Rarities)]);
    }

    internal static HistogramForm Read(IArtifactReader reader)
    {
        var inputs = InputRecord.Read(reader);
        var (counts, edges, rarities) = (reader.Integers("edge_counts"), reader.Numbers("edges"), reader.Numbers("rarities"));
        if (SoundArrays.Total(counts) != edges.Length || rarities.Length != (long)edges.Length + counts.Length)
        {
            throw new ArtifactException($"The arrays of {counts.Length} histograms disagree about how many edges and cells there are. Make the file again, or fetch it again from where it was made.");
        }

        var rows = new CellRow[counts.Length];
        for (int row = 0, edge = 0, cell = 0; row < rows.Length; edge += counts[row], cell += counts[row] + 1, row++)
        {
            rows[row] = new(edges[edge..(edge + counts[row])], rarities[cell..(cell + counts[row] + 1)]);
        }

        return new(new(inputs, rows));
    }
}
