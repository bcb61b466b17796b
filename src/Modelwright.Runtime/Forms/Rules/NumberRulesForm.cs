using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Runtime.Forms.Rules;

/// <summary>Rules that answer a number.</summary>
public sealed class NumberRulesForm : IForm, IPredictsNumbers, IReadable, ITrimmable, IHasFormula
{
    internal const string Name = "number_rules";
    private readonly RuleScorer _scorer;

    /// <summary>Makes the form.</summary>
    /// <param name="rules">Rules with one output.</param>
    /// <exception cref="ArtifactException">The rules are not sound, or there is more than one output.</exception>
    public NumberRulesForm(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _scorer = new(Name, rules);
        if (_scorer.Outputs != 1)
        {
            throw new ArtifactException($"Form '{Name}' answers one number; the rules have {_scorer.Outputs} outputs. Give them one.");
        }

        Rules = rules;
        Info = new(Name, 1, rules.Inputs) { Bytes = rules.Bytes };
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public FormParts Parts => RuleText.Parts(Rules);

    /// <inheritdoc/>
    public IEnumerable<string> Lines => RuleText.Lines(Rules);

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output)
    {
        var bound = _scorer.Inputs.Bind(rows);
        RowChunks.CheckLength(output, rows.RowCount, 1);
        using var chunk = new RowChunks(_scorer.Inputs, 0, rows.RowCount);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            _scorer.Score(chunk.Fill(bound, start, count), output.Slice(start, count));
        }
    }

    /// <inheritdoc/>
    public IForm Trim() => TrimmedRules.Of(Rules) is { } trimmed ? new NumberRulesForm(trimmed) : this;

    /// <inheritdoc/>
    public FormulaNode? Formula(FormulaColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return RuleFormula.Scores(Rules, columns);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer) => RuleRecord.Write(writer, Rules);

    internal static NumberRulesForm Read(IArtifactReader reader) => new(RuleRecord.Read(reader));
}
