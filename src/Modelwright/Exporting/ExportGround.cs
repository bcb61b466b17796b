using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Exporting;

/// <summary>What every export is made of.</summary>
/// <param name="Formula">The model as a formula.</param>
/// <param name="ModelId">64 hexadecimal digits.</param>
/// <param name="Task">What is asked.</param>
/// <param name="Target">The column that is answered.</param>
/// <param name="Rules">Which class is answered for some probabilities.</param>
public sealed record ExportGround(Formula Formula, string ModelId, LearningTask Task, string Target, AnswerRules Rules)
{
    /// <summary>Writes a package's model as a formula.</summary>
    /// <param name="package">The package.</param>
    /// <param name="gaps">The parts that cannot be written; empty where it succeeds.</param>
    /// <returns>The ground; null where there are gaps.</returns>
    public static ExportGround? Of(Package package, out IReadOnlyList<FormulaGap> gaps)
    {
        ArgumentNullException.ThrowIfNull(package);
        var model = package.Model;
        var target = model.Schema.Columns.FirstOrDefault(spec => spec.Role == ColumnRole.Target)?.Name ?? "";
        return Formula.Of(model, out gaps) is { } formula ? new(formula, package.ModelId, model.Task, target, model.Rules) : null;
    }
}
