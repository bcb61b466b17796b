using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Rules that answer a probability for each class.</summary>
public sealed class ClassRulesForm : IForm, IPredictsClasses, IReadable, ITrimmable, IHasFormula
{
    internal const string Name = "class_rules";
    private readonly RuleScorer _scorer;

    /// <summary>Makes the form.</summary>
    /// <param name="rules">Rules with one output a class, or one output for two classes.</param>
    /// <param name="classes">The classes, in the order of the outputs.</param>
    /// <param name="link">How scores become probabilities.</param>
    /// <exception cref="ArtifactException">The rules are not sound, or outputs, classes and link do not go together.</exception>
    public ClassRulesForm(RuleSet rules, IReadOnlyList<string> classes, ProbabilityLink link)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(classes);
        _scorer = new(Name, rules);
        ClassScores.Check(Name, classes, link, _scorer.Outputs);
        Rules = rules;
        Classes = classes;
        Link = link;
        Info = new(Name, 1, rules.Inputs) { Bytes = rules.Bytes };
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>How scores become probabilities.</summary>
    public ProbabilityLink Link { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => RuleText.Parts(Rules);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => RuleText.Lines(Rules, Classes);

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output)
    {
        var bound = _scorer.Inputs.Bind(rows);
        RowChunks.CheckLength(output, rows.RowCount, Classes.Count);
        using var chunk = new RowChunks(_scorer.Inputs, _scorer.Outputs, rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            var scores = chunk.Scores(count, _scorer.Outputs);
            _scorer.Score(chunk.Fill(bound, start, count), scores);
            ClassScores.ToProbabilities(scores, output.Slice(start * Classes.Count, count * Classes.Count), Classes.Count, Link);
        }
    }

    /// <inheritdoc/>
    public IForm Trim() => TrimmedRules.Of(Rules) is { } trimmed ? new ClassRulesForm(trimmed, Classes, Link) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return RuleFormula.Scores(Rules, columns) is { } scores ? columns.Builder.Linked(scores, Classes.Count, Link) : null;
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        RuleRecord.Write(writer, Rules);
        InputRecord.WriteLink(writer, Classes, Link);
    }

    internal static ClassRulesForm Read(IArtifactReader reader)
    {
        var (classes, link) = InputRecord.ReadLink(reader);
        return new(RuleRecord.Read(reader), classes, link);
    }
}
