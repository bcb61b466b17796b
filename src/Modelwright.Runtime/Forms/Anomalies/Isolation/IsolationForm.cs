using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Runtime.Forms.Anomalies.Isolation;

/// <summary>An isolation forest: a row is strange where few cuts by chance leave it alone. Scores are from 0 to 1, usual rows near 0.4 to 0.5.</summary>
/// <remarks>Liu, Ting &amp; Zhou 2008; with cuts by hyperplanes: Hariri, Kind &amp; Brunner 2019. A missing value goes to the lower side of a cut.</remarks>
public sealed class IsolationForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_isolation";
    private readonly RowScores _scores;

    /// <summary>Makes the form.</summary>
    /// <param name="forest">The trees.</param>
    /// <exception cref="ArtifactException">The trees are not sound.</exception>
    public IsolationForm(IsolationForest forest)
    {
        ArgumentNullException.ThrowIfNull(forest);
        IsolationCheck.Check(Name, forest);
        _scores = new(Name, forest.Inputs, new IsolationScorer(forest));
        Forest = forest;
        Info = new(Name, 1, forest.Inputs) { Bytes = forest.Bytes };
    }

    /// <summary>The trees.</summary>
    public IsolationForest Forest { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output) => _scores.Score(rows, output);

    /// <inheritdoc/>
    public void Strangeness(Table rows, Span<double> output) => _scores.Explain(rows, output);

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => IsolationRecord.Write(writer, Forest);

    internal static IsolationForm Read(IArtifactReader reader) => new(IsolationRecord.Read(reader));
}
