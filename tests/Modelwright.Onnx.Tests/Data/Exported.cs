using Modelwright.Core.Data;
using Modelwright.Exporting.Onnx;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Prediction.Rules;

namespace Modelwright.Onnx.Tests.Data;

/// <summary>Formulas written as graphs and answered by ONNX Runtime.</summary>
internal static class Exported
{
    /// <summary>An answer of several places goes out as if it were probabilities of so many classes.</summary>
    internal static Formula Of(Func<FormulaBuilder, FormulaNode> make, params FormulaInput[] inputs)
    {
        var builder = new FormulaBuilder();
        var answer = make(builder);
        return new(inputs, builder.Nodes, answer, answer.Width == 1 ? [] : [.. Enumerable.Range(0, answer.Width).Select(place => $"c{place}")]);
    }

    internal static FormulaInput Number(string name = "x", params string[] markers) => new(name, ColumnType.Number, [], markers);

    internal static FormulaInput Category(string name, string[] levels, params string[] markers) => new(name, ColumnType.Category, levels, markers);

    internal static FormulaNode X(this FormulaBuilder builder, string name = "x") => builder.Input(FormulaOperation.Number, name);

    internal static byte[] Bytes(Formula formula, AnswerRules? rules = null)
    {
        using var stream = new MemoryStream();
        var gaps = OnnxExport.Write(formula, Header(rules), stream, TestContext.Current.CancellationToken);
        Assert.Empty(gaps);
        return stream.ToArray();
    }

    internal static OnnxHeader Header(AnswerRules? rules = null) =>
        new() { ModelId = new string('a', 64), Task = "classification", Target = "y", ProducerVersion = "1.0", Rules = rules ?? AnswerRules.None };

    internal static OnnxAnswers Answers(Formula formula, Table rows, AnswerRules? rules = null)
    {
        using var check = OnnxCheck.Open(Bytes(formula, rules));
        return check.Answer(rows, TestContext.Current.CancellationToken);
    }

    /// <summary>What a graph answers for values of the column 'x'.</summary>
    internal static double[] For(Func<FormulaBuilder, FormulaNode> make, params double[] values) =>
        Answers(Of(make, Number()), Rows(values)).Outputs;

    internal static Table Rows(params double[] values) => new([new NumberColumn("x", values)]);
}
