using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Runtime.Forms.Anomalies.Tails;

/// <summary>Tails of each column alone (ECOD): a row is strange where its values are rare. Scores are sums of minus logarithms of shares, 0 or more.</summary>
/// <remarks>A missing value counts 0. Li, Zhao, Hu, Ionescu &amp; Chen 2022.</remarks>
public sealed class TailForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_tails";
    private readonly RowScores _scores;

    /// <summary>Makes the form.</summary>
    /// <param name="tails">A curve an input.</param>
    /// <exception cref="ArtifactException">The curves are not sound.</exception>
    public TailForm(TailCurves tails)
    {
        ArgumentNullException.ThrowIfNull(tails);
        TailCheck.Check(Name, tails);
        _scores = new(Name, tails.Inputs, new TailScorer(tails));
        Tails = tails;
        Info = new(Name, 1, tails.Inputs) { Bytes = tails.Bytes };
    }

    /// <summary>The curves.</summary>
    public TailCurves Tails { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output) => _scores.Score(rows, output);

    /// <inheritdoc/>
    public void Strangeness(Table rows, Span<double> output) => _scores.Explain(rows, output);

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => TailRecord.Write(writer, Tails);

    internal static TailForm Read(IArtifactReader reader) => new(TailRecord.Read(reader));
}
