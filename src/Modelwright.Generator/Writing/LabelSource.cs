using System.Globalization;
using Modelwright.Generator.Naming;

namespace Modelwright.Generator.Writing;

/// <summary>Writes the enumeration of the classes, and the way back to their names.</summary>
internal static class LabelSource
{
    internal static void Add(CodeLines lines, EquatableArray<string> classes)
    {
        lines.Add(
            "",
            "/// <summary>The class as the training data has it.</summary>",
            "/// <param name=\"label\">A class.</param>",
            "/// <returns>Its name.</returns>",
            "/// <exception cref=\"global::System.ArgumentOutOfRangeException\">There is no such class.</exception>");
        lines.Open("public static string NameOf(Label label)");
        lines.Add(
            "var position = (int)label;",
            "return position >= 0 && position < ModelClasses.Length",
            "    ? ModelClasses[position]",
            "    : throw new global::System.ArgumentOutOfRangeException(nameof(label), label, \"There is no such class. Take one of the enumeration.\");");
        lines.Close();
        lines.Add("", "/// <summary>The classes, in the order of their probabilities.</summary>");
        lines.Open("public enum Label");
        var names = NameList.Labels(classes);
        for (var place = 0; place < names.Length; place++)
        {
            if (place > 0)
            {
                lines.Add("");
            }

            lines.Add(
                $"/// <summary>Class '{CodeText.Comment(classes[place])}'.</summary>",
                string.Format(CultureInfo.InvariantCulture, "{0} = {1},", names[place], place));
        }

        lines.Close();
    }
}
