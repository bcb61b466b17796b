using System.Globalization;
using Microsoft.ML.Data;
using Modelwright.Core.Data;

namespace Modelwright.Peers;

/// <summary>One row of adult as ML.NET takes it: single precision and texts; an empty text is missing.</summary>
internal sealed class AdultRow
{
    /// <summary>The columns of numbers.</summary>
    internal static readonly string[] Numbers = ["age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week"];

    /// <summary>The columns of categories.</summary>
    internal static readonly string[] Categories = ["workclass", "education", "marital-status", "occupation", "relationship", "race", "sex", "native-country"];

    [ColumnName("age")]
    public float Age { get; set; }

    [ColumnName("fnlwgt")]
    public float Weight { get; set; }

    [ColumnName("education-num")]
    public float EducationNumber { get; set; }

    [ColumnName("capital-gain")]
    public float CapitalGain { get; set; }

    [ColumnName("capital-loss")]
    public float CapitalLoss { get; set; }

    [ColumnName("hours-per-week")]
    public float HoursPerWeek { get; set; }

    [ColumnName("workclass")]
    public string WorkClass { get; set; } = "";

    [ColumnName("education")]
    public string Education { get; set; } = "";

    [ColumnName("marital-status")]
    public string MaritalStatus { get; set; } = "";

    [ColumnName("occupation")]
    public string Occupation { get; set; } = "";

    [ColumnName("relationship")]
    public string Relationship { get; set; } = "";

    [ColumnName("race")]
    public string Race { get; set; } = "";

    [ColumnName("sex")]
    public string Sex { get; set; } = "";

    [ColumnName("native-country")]
    public string NativeCountry { get; set; } = "";

    /// <summary>Whether the row is of the class that counts as true.</summary>
    public bool Label { get; set; }

    /// <summary>The rows of a table.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="target">Its target.</param>
    /// <param name="positive">The class that counts as true.</param>
    internal static IEnumerable<AdultRow> Of(Table rows, string target, string positive)
    {
        for (var row = 0; row < rows.RowCount; row++)
        {
            yield return new()
            {
                Age = Number(rows, "age", row),
                Weight = Number(rows, "fnlwgt", row),
                EducationNumber = Number(rows, "education-num", row),
                CapitalGain = Number(rows, "capital-gain", row),
                CapitalLoss = Number(rows, "capital-loss", row),
                HoursPerWeek = Number(rows, "hours-per-week", row),
                WorkClass = rows["workclass"].Format(row) ?? "",
                Education = rows["education"].Format(row) ?? "",
                MaritalStatus = rows["marital-status"].Format(row) ?? "",
                Occupation = rows["occupation"].Format(row) ?? "",
                Relationship = rows["relationship"].Format(row) ?? "",
                Race = rows["race"].Format(row) ?? "",
                Sex = rows["sex"].Format(row) ?? "",
                NativeCountry = rows["native-country"].Format(row) ?? "",
                Label = rows[target].Format(row) == positive,
            };
        }
    }

    private static float Number(Table rows, string column, int row) => rows[column].Format(row) is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : float.NaN;
}
