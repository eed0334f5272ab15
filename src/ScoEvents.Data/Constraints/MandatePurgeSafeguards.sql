-- Letters by which sides name persons go on the day of retention with all else that names papers. The task could take them away from the beginning, and now sees which there are.
CREATE POLICY mandate_letters_seen_by_purge ON mandate_letters FOR SELECT USING (access.task() = 'purge');
