using Modelwright.Generator.Records;

namespace Modelwright.Generator.Packages;

/// <summary>What a model answers, read from the part 'form'. docs/forms.md says what each form writes.</summary>
internal static class FormPart
{
    /// <summary>Forms that hold others name the classes in those alone; the first of several says the same as all.</summary>
    private static readonly string[] Inner = ["then", "member_0"];

    /// <summary>What a form of a name answers: the names of forms begin with it.</summary>
    internal static AnswerKind Answers(string form) =>
        form.StartsWith("class_", StringComparison.Ordinal) ? AnswerKind.Classes
        : form.StartsWith("number_", StringComparison.Ordinal) ? AnswerKind.Number
        : AnswerKind.Columns;

    internal static string[] Classes(RecordReader form)
    {
        while (!form.Has("classes"))
        {
            var inner = Array.Find(Inner, form.Has) ?? throw UnusablePackageException.Damaged($"its form '{form.Text("form")}' has no classes");
            form = form.Part(inner);
        }

        return Checked(form.Texts("classes"));
    }

    private static string[] Checked(string[] classes)
    {
        if (classes.Length == 0 || classes.Distinct(StringComparer.Ordinal).Count() != classes.Length)
        {
            throw UnusablePackageException.Damaged("the classes of its form are none, or one is there twice");
        }

        PackageLimits.Check("classes", classes, PackageLimits.MostClasses);
        return classes;
    }
}
