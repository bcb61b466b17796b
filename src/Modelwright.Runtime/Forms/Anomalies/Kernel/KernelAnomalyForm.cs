using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms.Kernel;

namespace Modelwright.Runtime.Forms.Anomalies.Kernel;

/// <summary>A one-class support vector machine: how far a row lies outside the region in which most training rows are; 0 is on its border.</summary>
/// <remarks>Schölkopf, Platt, Shawe-Taylor, Smola &amp; Williamson 2001; the sum's intercept less the kernels of the points.</remarks>
public sealed class KernelAnomalyForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_kernel";
    private readonly RowScores _rows;

    /// <summary>Makes the form.</summary>
    /// <param name="expansion">A sum of Gaussian kernels with one output, its coefficients 0 or less.</param>
    /// <param name="areRows">Whether the points are training rows; else each is the mean of three or more.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, there is more than one output, or a coefficient is above 0.</exception>
    public KernelAnomalyForm(PointExpansion expansion, bool areRows)
    {
        ArgumentNullException.ThrowIfNull(expansion);
        var scorer = new KernelAnomalyScorer(expansion, ExpansionScorer.Of(Name, expansion));
        if (expansion.Intercepts.Length != 1 || Array.Exists(expansion.Coefficients, coefficient => coefficient > 0))
        {
            throw new ArtifactException($"Form '{Name}' scores by one sum of coefficients of 0 or less; it has {expansion.Intercepts.Length} sums, or a coefficient above 0. Make the model again.");
        }

        _rows = new(Name, expansion.Space.Inputs, scorer);
        (Expansion, AreRows) = (expansion, areRows);
        Info = new(Name, 1, expansion.Space.Inputs) { Bytes = 16L * expansion.Points.Length, HoldsRows = areRows };
    }

    /// <summary>The sum.</summary>
    public PointExpansion Expansion { get; }

    /// <summary>Whether the points are training rows.</summary>
    public bool AreRows { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output) => _rows.Score(rows, output);

    /// <inheritdoc/>
    public void Strangeness(Table rows, Span<double> output) => _rows.Explain(rows, output);

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ExpansionRecord.Write(writer, Expansion);
        writer.Flag("are_rows", AreRows);
    }

    internal static KernelAnomalyForm Read(IArtifactReader reader) => ExpansionRecord.Read(reader) is PointExpansion points
        ? new(points, reader.Flag("are_rows"))
        : throw new ArtifactException($"Form '{Name}' is a sum of points; the file holds another sum. Make the model again.");
}
