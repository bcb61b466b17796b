using Modelwright.Generator.Packages;

namespace Modelwright.Generator.Writing;

/// <summary>Writes the method that answers a row.</summary>
internal static class PredictSource
{
    internal static void Add(CodeLines lines, PackageShape package, string[] properties)
    {
        lines.Add(
            "/// <summary>Answers one row.</summary>",
            "/// <param name=\"input\">The row; what it leaves out is missing.</param>",
            "/// <returns>The answer.</returns>",
            "/// <exception cref=\"global::Modelwright.Core.Errors.DataException\">A value cannot be read, such as a number that is not finite.</exception>");
        lines.Open("public Answer Predict(Input input)");
        lines.Add("global::System.ArgumentNullException.ThrowIfNull(input);", "var row = _model.Rent();");
        for (var place = 0; place < properties.Length; place++)
        {
            lines.Add($"_model.Set{package.Inputs[place].Type}(row, {place}, input.{properties[place]});");
        }

        lines.Add(package.Answers == AnswerKind.Classes
            ? ["var probabilities = row.Answer();", "var answer = new Answer((Label)row.LabelPosition, probabilities);"]
            : ["var value = row.Answer()[0];", "var answer = new Answer(value, row.Interval);"]);
        lines.Add("_model.Return(row);", "return answer;");
        lines.Close();
    }
}
