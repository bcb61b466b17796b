using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Rows;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Kernel;

/// <summary>Sums of curved functions that answer a probability for each class: support vector machines, or an approximation of kernels.</summary>
public sealed class ClassKernelForm : IForm, IPredictsClasses, IAnswersValues, IHasFormula
{
    internal const string Name = "class_kernel";
    private readonly ExpansionScorer _scorer;
    private readonly FormInputs _inputs;

    /// <summary>Makes the form.</summary>
    /// <param name="expansion">A sum with one output a class, or one output for two classes.</param>
    /// <param name="classes">The classes, in the order of the outputs.</param>
    /// <param name="link">How scores become probabilities.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a number is not finite, or outputs, classes and link do not go together.</exception>
    public ClassKernelForm(Expansion expansion, IReadOnlyList<string> classes, ProbabilityLink link)
    {
        ArgumentNullException.ThrowIfNull(expansion);
        ArgumentNullException.ThrowIfNull(classes);
        _scorer = ExpansionScorer.Of(Name, expansion);
        _inputs = new(Name, expansion.Space.Inputs);
        ClassScores.Check(Name, classes, link, _scorer.Outputs);
        (Expansion, Classes, Link) = (expansion, classes, link);
        Info = new(Name, 1, expansion.Space.Inputs) { Bytes = 8 * (expansion.Numbers + expansion.Coefficients.Length), HoldsRows = expansion.HoldsRows };
    }

    /// <summary>The sums.</summary>
    public Expansion Expansion { get; }

    /// <summary>How scores become probabilities.</summary>
    public ProbabilityLink Link { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output) => ValueRows.Answer(this, rows, output, Classes.Count);

    FormInputs IAnswersValues.Inputs => _inputs;

    void IAnswersValues.Answer(ReadOnlySpan<double> values, Span<double> output)
    {
        using var scores = new Room(output.Length / Classes.Count * _scorer.Outputs);
        _scorer.Score(values, scores.Values);
        ClassScores.ToProbabilities(scores.Values, output, Classes.Count, Link);
    }

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return WaveFormula.Scores(Name, Expansion, columns) is { } scores ? columns.Builder.Linked(scores, Classes.Count, Link) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ExpansionRecord.Write(writer, Expansion);
        InputRecord.WriteLink(writer, Classes, Link);
    }

    internal static ClassKernelForm Read(IArtifactReader reader)
    {
        var (classes, link) = InputRecord.ReadLink(reader);
        return new(ExpansionRecord.Read(reader), classes, link);
    }
}
