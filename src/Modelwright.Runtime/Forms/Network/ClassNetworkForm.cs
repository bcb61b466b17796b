using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Network;

/// <summary>A network that answers a probability for each class.</summary>
public sealed class ClassNetworkForm : IForm, IPredictsClasses, IHasFormula, IAnswersValues
{
    internal const string Name = "class_network";
    private readonly NetworkScorer _scorer;
    private readonly NetworkRows.Answer _answer;

    /// <summary>Makes the form.</summary>
    /// <param name="network">A network with one output a class, or one output for two classes.</param>
    /// <param name="classes">The classes, in the order of the outputs.</param>
    /// <param name="link">How scores become probabilities.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, or outputs, classes and link do not go together.</exception>
    public ClassNetworkForm(TableNetwork network, IReadOnlyList<string> classes, ProbabilityLink link)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(classes);
        _scorer = new(Name, network);
        _answer = Probabilities;
        ClassScores.Check(Name, classes, link, _scorer.Outputs);
        (Network, Classes, Link) = (network, classes, link);
        Info = new(Name, 1, network.Inputs) { Bytes = 4 * network.Floats };
    }

    /// <summary>The network.</summary>
    public TableNetwork Network { get; }

    /// <summary>How scores become probabilities.</summary>
    public ProbabilityLink Link { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, Classes.Count);

    FormInputs IAnswersValues.Inputs => _scorer.Inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output) => NetworkRows.Fill(_scorer, values, output, Classes.Count, _answer);

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return NetworkFormula.Scores(Network, columns) is { } scores ? columns.Builder.Linked(scores, Classes.Count, Link) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        NetworkRecord.Write(writer, Network);
        InputRecord.WriteLink(writer, Classes, Link);
    }

    internal static ClassNetworkForm Read(IArtifactReader reader)
    {
        var (classes, link) = InputRecord.ReadLink(reader);
        return new(NetworkRecord.Read(reader), classes, link);
    }

    private void Probabilities(Span<double> scores, Span<double> answers) => ClassScores.ToProbabilities(scores, answers, Classes.Count, Link);
}
