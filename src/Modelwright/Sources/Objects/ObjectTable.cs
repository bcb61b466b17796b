using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Objects;

/// <summary>Makes a table from objects: a column for each public property.</summary>
internal static class ObjectTable
{
    internal static Table From<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(IEnumerable<T> rows)
    {
        PropertyInfo[] properties = [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetMethod is not null && property.GetIndexParameters().Length == 0)];
        CheckProperties(typeof(T), properties);
        var columns = properties.Select(property => new CellReader(property.Name, Declared(property))).ToArray();
        var count = 0;
        foreach (var row in rows)
        {
            if (row is null)
            {
                throw new DataException($"Row {count + 1} of the {typeof(T).Name} objects is null. Leave such rows out.");
            }

            for (var column = 0; column < columns.Length; column++)
            {
                columns[column].Add(properties[column].GetValue(row));
            }

            count++;
        }

        return new([.. columns.Select(column => column.Build())], count);
    }

    private static Type Declared(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static void CheckProperties(Type type, PropertyInfo[] properties)
    {
        if (properties.Length == 0 || Type.GetTypeCode(type) != TypeCode.Object)
        {
            throw new DataException($"{type.Name} has no public properties to make columns of. Give objects with one property a column, such as records or anonymous objects.");
        }

        string[] faults =
        [
            .. properties.Where(property => !CellReader.CanRead(Declared(property)))
                .Select(property => $"Property '{property.Name}' of {type.Name} is a {property.PropertyType.Name}, which is no number, time, text, answer or enumeration. Select the values to use before making the table."),
        ];
        if (faults.Length > 0)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }
}
