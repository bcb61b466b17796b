using Modelwright.Generator.Packages;

namespace Modelwright.Generator.Writing;

/// <summary>Writes the record of a row.</summary>
internal static class InputSource
{
    internal static void Add(CodeLines lines, EquatableArray<PackageInput> inputs, string[] properties)
    {
        lines.Add("", "/// <summary>One row. Null is a missing value everywhere, and what is not set is missing.</summary>");
        lines.Open("public sealed record Input");
        for (var place = 0; place < properties.Length; place++)
        {
            if (place > 0)
            {
                lines.Add("");
            }

            lines.Add(
                $"/// <summary>Column '{CodeText.Comment(inputs[place].Name)}', a {Word(inputs[place].Type)}.</summary>",
                $"public {Type(inputs[place].Type)}? {properties[place]} {{ get; init; }}");
        }

        lines.Close();
    }

    private static string Word(InputType type) => type switch
    {
        InputType.Number => "number",
        InputType.Boolean => "category of yes and no",
        InputType.Time => "point in time, taken as it stands",
        InputType.Text => "text",
        _ => "category",
    };

    private static string Type(InputType type) => type switch
    {
        InputType.Number => "double",
        InputType.Boolean => "bool",
        InputType.Time => "global::System.DateTime",
        _ => "string",
    };
}
