namespace Modelwright.Runtime.Steps.Times.Calendars;

/// <summary>The public holidays that a whole country keeps every year by law, by its ISO 3166 code; days of regions, moved days and those of one year are not there.</summary>
internal static class Countries
{
    private const DayOfWeek Monday = DayOfWeek.Monday;

    /// <summary>The list: one line a country.</summary>
    internal static IReadOnlyDictionary<string, HolidayRule[]> All { get; } = new SortedDictionary<string, HolidayRule[]>(StringComparer.Ordinal)
    {
        // Neujahr, Karfreitag, Ostermontag, Tag der Arbeit, Christi Himmelfahrt, Pfingstmontag, Deutsche Einheit, Weihnachten.
        ["DE"] = [On(1, 1), Easter(-2), Easter(1), On(5, 1), Easter(39), Easter(50), On(10, 3), On(12, 25), On(12, 26)],

        // Año Nuevo, Reyes, Viernes Santo, Trabajo, Asunción, Hispanidad, Todos los Santos, Constitución, Inmaculada, Navidad.
        ["ES"] = [On(1, 1), On(1, 6), Easter(-2), On(5, 1), On(8, 15), On(10, 12), On(11, 1), On(12, 6), On(12, 8), On(12, 25)],

        // Jour de l'an, lundi de Pâques, Travail, Victoire, Ascension, lundi de Pentecôte, fête nationale, Assomption, Toussaint, Armistice, Noël.
        ["FR"] = [On(1, 1), Easter(1), On(5, 1), On(5, 8), Easter(39), Easter(50), On(7, 14), On(8, 15), On(11, 1), On(11, 11), On(12, 25)],

        // England and Wales: New Year, Good Friday, Easter Monday, early May, spring and summer bank holidays, Christmas, Boxing Day.
        ["GB"] = [On(1, 1), Easter(-2), Easter(1), The(1, Monday, 5), The(-1, Monday, 5), The(-1, Monday, 8), On(12, 25), On(12, 26)],

        // Capodanno, Epifania, Pasquetta, Liberazione, Lavoro, Repubblica, Ferragosto, Ognissanti, Immacolata, Natale, Santo Stefano.
        ["IT"] = [On(1, 1), On(1, 6), Easter(1), On(4, 25), On(5, 1), On(6, 2), On(8, 15), On(11, 1), On(12, 8), On(12, 25), On(12, 26)],

        // Nieuwjaar, tweede paasdag, Koningsdag, Hemelvaart, tweede pinksterdag, Kerst.
        ["NL"] = [On(1, 1), Easter(1), On(4, 27), Easter(39), Easter(50), On(12, 25), On(12, 26)],

        // New Year, King, Presidents, Memorial, Juneteenth, Independence, Labor, Columbus, Veterans, Thanksgiving, Christmas.
        ["US"] =
        [
            On(1, 1), The(3, Monday, 1), The(3, Monday, 2), The(-1, Monday, 5), On(6, 19), On(7, 4),
            The(1, Monday, 9), The(2, Monday, 10), On(11, 11), The(4, DayOfWeek.Thursday, 11), On(12, 25),
        ],
    };

    private static HolidayRule On(int month, int day) => HolidayRule.On(month, day);

    private static HolidayRule Easter(int days) => HolidayRule.Easter(days);

    private static HolidayRule The(int which, DayOfWeek weekday, int month) => HolidayRule.The(which, weekday, month);
}
