using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Modelwright.Core.Data;
using Modelwright.Sources.Objects;
using DataException = Modelwright.Core.Errors.DataException;
using OptionsException = Modelwright.Core.Errors.OptionsException;

namespace Modelwright.Sources;

/// <summary>Tables from files, objects and databases, as members of <see cref="Table"/>.</summary>
public static class TableReading
{
    extension(Table)
    {
        /// <summary>Reads a file, a folder, or all files of a pattern such as 'sales/*.parquet'.</summary>
        /// <param name="path">What <see cref="SourceTable.ReadAsync"/> takes.</param>
        /// <param name="options">How to read it; null means the defaults.</param>
        /// <param name="cancellation">Asks to end at once.</param>
        /// <returns>The rows in the order of the file. What was skipped or noted is told by <see cref="SourceTable.ReadAsync"/>.</returns>
        /// <exception cref="DataException">The file is absent, of an unknown kind, or broken; the text lists all faults.</exception>
        /// <exception cref="OptionsException">An option is out of range or does not fit the file.</exception>
        public static async Task<Table> ReadAsync(string path, ReadOptions? options = null, CancellationToken cancellation = default) =>
            (await SourceTable.ReadAsync(path, options, cancellation).ConfigureAwait(false)).Table;

        /// <summary>Makes a table from objects: a column for each public property of <typeparamref name="T"/>, in the order declared.</summary>
        /// <typeparam name="T">Numbers, times (in UTC where they have an offset), texts, answers and enumerations; nullable or not.</typeparam>
        /// <param name="rows">One object a row; null values and infinite numbers are missing.</param>
        /// <returns>The table, in memory.</returns>
        /// <exception cref="DataException">A property cannot be a column, or a row is null; the text lists all properties.</exception>
        public static Table From<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(IEnumerable<T> rows)
        {
            ArgumentNullException.ThrowIfNull(rows);
            return ObjectTable.From(rows);
        }

        /// <summary>Makes a table from a data table.</summary>
        /// <param name="rows">Its rows; deleted ones are left out, DBNull is missing.</param>
        /// <returns>The table, in memory.</returns>
        /// <exception cref="DataException">Some columns cannot be read; the text lists all of them.</exception>
        public static Table From(DataTable rows)
        {
            ArgumentNullException.ThrowIfNull(rows);
            return DataReaderTable.From(rows);
        }

        /// <summary>Makes a table from what a database answers.</summary>
        /// <param name="reader">An open reader; read to its end, not closed.</param>
        /// <returns>The table, in memory, in the order of the answer.</returns>
        /// <exception cref="DataException">Some columns cannot be read or have one name; the text lists all of them.</exception>
        public static Table From(DbDataReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            return DataReaderTable.From(reader);
        }
    }
}
