using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Prediction;

/// <content>Rows as objects, dictionaries and JSON.</content>
public sealed partial class Predictor
{
    /// <summary>Properties by type, looked up once; a property is never both kept and trimmed, so the list is the same every time.</summary>
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Answers one row given by name.</summary>
    /// <param name="row">Values by column: numbers, texts, true or false, dates, or null.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">Columns are absent or values unreadable; the text lists all.</exception>
    public Answer Predict(IReadOnlyDictionary<string, object?> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        CheckAnswersOneRow();
        string[] names = [.. row.Keys];
        return Answers(names, 1, (_, place) => row[names[place]])[0];
    }

    /// <summary>Answers one row given as a JSON object.</summary>
    /// <param name="row">An object with a member a column.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">It is no object, columns are absent or values unreadable; the text lists all.</exception>
    public Answer Predict(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new DataException($"A row is a JSON object, such as {{\"age\": 41}}; this is JSON {row.ValueKind.ToString().ToLowerInvariant()}. Give one object a row.");
        }

        CheckAnswersOneRow();
        JsonProperty[] members = [.. row.EnumerateObject()];
        return Answers(Array.ConvertAll(members, Name), 1, (_, place) => members[place].Value)[0];
    }

    /// <summary>Answers one row given as JSON text.</summary>
    /// <param name="json">One object.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">It is not JSON or no object, columns are absent or values unreadable; the text lists all.</exception>
    public Answer PredictJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException cause)
        {
            throw new DataException($"The row is not JSON: {cause.Message} Give one object, such as {{\"age\": 41}}.", cause);
        }

        using (document)
        {
            return Predict(document.RootElement);
        }
    }

    /// <summary>Answers one row given as an object: <c>Predict(new { Tenure = 4, Plan = "basic", Age = (int?)null })</c>.</summary>
    /// <typeparam name="T">A type with a public property a column; a record, a class or an anonymous type.</typeparam>
    /// <param name="row">The row.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="DataException">Columns are absent or values unreadable; the text lists all.</exception>
    public Answer Predict<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T row)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(row);
        return row switch
        {
            IReadOnlyDictionary<string, object?> byName => Predict(byName),
            IDictionary<string, object?> byName => Predict(new Dictionary<string, object?>(byName)),
            IReadOnlyDictionary<string, string?> byName => Predict(byName.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal)),
            _ => OneOf(row),
        };
    }

    /// <summary>Answers many rows given as objects.</summary>
    /// <typeparam name="T">A type with a public property a column.</typeparam>
    /// <param name="rows">The rows; none may be null.</param>
    /// <returns>The answers in the order of the rows.</returns>
    /// <exception cref="DataException">Columns are absent or values unreadable; the text lists all.</exception>
    public Predictions PredictAll<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(IReadOnlyList<T> rows)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row] is null)
            {
                throw new DataException(FormattableString.Invariant($"Row {row + 1} is null. Leave such rows out."));
            }
        }

        if (rows is IReadOnlyList<IReadOnlyDictionary<string, object?>> byName)
        {
            return ByName(byName);
        }

        var properties = PropertiesOf<T>();
        return Answers([.. properties.Select(property => property.Name)], rows.Count, (row, place) => properties[place].GetValue(rows[row]));
    }

    /// <exception cref="DataException">There is none.</exception>
    internal static PropertyInfo[] PropertiesOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>()
    {
        if (!Properties.TryGetValue(typeof(T), out var properties))
        {
            properties = [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0).DistinctBy(property => property.Name, StringComparer.Ordinal)];
            Properties[typeof(T)] = properties;
        }

        return properties.Length > 0 && Type.GetTypeCode(typeof(T)) == TypeCode.Object
            ? properties
            : throw new DataException($"Type '{typeof(T).Name}' has no public property that could stand for a column. Give the row as its own type (a record, a class, an anonymous type), as a dictionary or as JSON.");
    }

    private Answer OneOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(T row)
        where T : notnull
    {
        CheckAnswersOneRow();
        return PredictAll<T>([row])[0];
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException cause)
        {
            throw new DataException("A name of the row holds half a character (a \\ud800 to \\udfff without its other half). Write both halves, or take it out.", cause);
        }
    }

    /// <summary>Rows by name, each with all the names that any of them has.</summary>
    private Predictions ByName(IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
    {
        string[] names = [.. rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal)];
        return Answers(names, rows.Count, (row, place) => rows[row].TryGetValue(names[place], out var value) ? value : RowTable.NotGiven);
    }
}
